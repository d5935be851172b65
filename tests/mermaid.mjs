// Parses a flowchart with Mermaid's own parser, without a browser: node mermaid.mjs FILE FOLDER, where FOLDER holds
// node_modules with mermaid and jsdom. Prints what it drew; a faulty one ends with exit code 1.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [file, folder] = process.argv.slice(2);
const modules = createRequire(pathToFileURL(join(folder, "package.json")));
const { JSDOM } = modules("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(
  pathToFileURL(join(folder, "node_modules/mermaid/dist/mermaid.core.mjs"))
);

// The text that is drawn: Mermaid keeps codes such as #34; in a spelling of its own until then.
function shown(text) {
  const element = window.document.createElement("p");
  element.innerHTML = text.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  return element.textContent;
}

try {
  const { diagramType } = await mermaid.parse(readFileSync(file, "utf8"));
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(file, "utf8"));
  const vertices = [...db.getVertices().values()].map(({ text }) => shown(text));
  console.log(JSON.stringify({ diagramType, vertices, edges: db.getEdges().length }));
} catch (error) {
  console.error(String(error.message ?? error));
  process.exit(1);
}
