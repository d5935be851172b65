// Python 3.14 as WebAssembly: node python3.14.mjs ENVIRONMENT SHARED [ARGUMENT OF PYTHON...]
//
// ENVIRONMENT holds Pyodide, as npm installs it, and site-packages; of the machine's files Python sees only what is in
// the directory SHARED, and keeps its temporary files there.
import { pathToFileURL } from "node:url";

const [environment, shared, ...args] = process.argv.slice(2);
process.argv[1] = `${environment}/bin/python`; // the sys.executable
const { loadPyodide } = await import(pathToFileURL(`${environment}/node_modules/pyodide/pyodide.mjs`));

// Pyodide sets PYTHONINSPECT, and Python would show a traceback instead of ending with its exit code.
const env = { ...process.env, PYTHONINSPECT: "", TMPDIR: shared };
const { FS, _module } = await loadPyodide({ args, env });

function mount(directory, at) {
  FS.mkdirTree(at);
  FS.mount(FS.filesystems.NODEFS, { root: directory }, at);
}

mount(`${environment}/site-packages`, "/lib/python3.14/site-packages");
mount(shared, shared);
FS.chdir(process.cwd());

try {
  process.exitCode = _module._run_main();
} catch (end) {
  if (end.name !== "ExitStatus") throw end;
  process.exitCode = end.status;
}
