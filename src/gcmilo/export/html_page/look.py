"""How the page looks: on a screen of any width, in light and dark, and on paper."""

_LIGHT = (
    "color-scheme:light;--paper:#fff;--ink:#1f2328;--muted:#57606a;--rule:#d0d7de;--band:#f3f5f8;"
    "--blue:#0a5fc4;--green:#1a7f37;--amber:#8a5a00;--red:#c41e2a"
)
_DARK = (
    "color-scheme:dark;--paper:#0d1117;--ink:#e6edf3;--muted:#9ea7b3;--rule:#3d444d;--band:#161c25;"
    "--blue:#6cb0ff;--green:#4cc764;--amber:#e0a83a;--red:#ff7b72"
)

_BASE = """
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;padding:0 1.25rem 3rem;max-width:75rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,'Segoe UI','Liberation Sans',Arial,sans-serif;overflow-wrap:break-word}
h1{font-size:clamp(1.5rem,5vw,2.1rem);line-height:1.2;margin:1.5rem 0 .5rem}
h2{margin:3rem 0 1rem;border-bottom:2px solid var(--rule)}
h3{margin:0 0 .5rem;line-height:1.3}h4{margin:1.25rem 0 .25rem;font-size:1rem}
p,ul{max-width:48rem}p{margin:.35rem 0}ul{margin:.35rem 0;padding-left:1.25rem}
a{color:var(--blue);text-underline-offset:.15em}a.self{color:inherit;text-decoration:none}
a.self:hover,a.self:focus{text-decoration:underline}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--paper)}
.for-ears{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.symbols{position:absolute}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none;max-width:none}
.other{color:var(--muted)}
"""

_ENTRIES = """
.entry{margin:1.25rem 0;padding:1rem 0 0;border-top:1px solid var(--rule)}
.entry:target,.actions li:target{box-shadow:-.6rem 0 0 var(--paper),-.9rem 0 0 var(--blue)}
dl{margin:.5rem 0}dl div{display:flex;gap:.25rem .75rem}dt{flex:0 0 9rem;color:var(--muted)}
dd{margin:0;min-width:0;max-width:44rem}
.m{white-space:nowrap;position:relative}.mark{width:.85em;height:.85em;margin-right:.3em;vertical-align:-.06em}
.explicit,.contextual{color:var(--blue)}.addressed{color:var(--green)}.indirect{color:var(--amber)}
.not_addressed{color:var(--red)}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;list-style:none;max-width:none}
table{border-collapse:collapse}caption{text-align:left;color:var(--muted);padding:.25rem 0}
.cards caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards{position:relative}
th,td{text-align:left;vertical-align:top}thead th{border-bottom:2px solid var(--rule)}
.cards{width:100%;font-size:.95em}.cards th,.cards td{padding:.35rem .75rem .35rem 0}
.cards tbody tr{border-bottom:1px solid var(--rule)}.cards tbody th{font-weight:600}
.scroll{overflow-x:auto;position:relative}
.matrix{font-size:.9em}
a[href^="#para_"]{white-space:nowrap}
.matrix th,.matrix td{padding:.2rem .45rem;white-space:nowrap}
.matrix tbody tr:nth-child(odd)>*{background:var(--band)}
.matrix thead th:nth-child(n+3),.matrix .cell{text-align:center;padding:.2rem .25rem}
.matrix thead th:nth-child(n+3){font-size:.8rem;font-weight:400;min-width:2.6rem}
.matrix .cell .mark{margin:0;width:1em;height:1em}
.matrix tbody th{position:sticky;left:0;font-weight:400;background:var(--paper)}
"""

_FORM = """
form{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;padding:1rem;background:var(--band);
border-radius:.5rem}
form[hidden],[hidden]{display:none}
form div{display:flex;flex-direction:column}form .wide{flex:1 1 16rem}
label{font-size:.9rem}
input,select,button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--muted);
border-radius:.3rem;padding:.4rem .6rem;min-height:2.75rem;max-width:100%}
[role=status]{min-height:1.5rem;font-weight:600;margin:.75rem 0}
"""

_NARROW = """
@media (max-width:44rem){
body{padding:0 1rem 2rem}dt{flex:0 0 7rem}
.cards,.cards tbody,.cards tr,.cards th,.cards td{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tbody tr{padding:.5rem 0}
.cards th[data-label]::before,.cards td[data-label]::before{content:attr(data-label) ": ";color:var(--muted);
font-weight:400}
.cards tbody th,.cards td{padding:.1rem 0}
.matrix tbody th{max-width:8.5rem;white-space:normal}
form div,form .wide{flex:1 1 100%}
}
"""

_PAPER = """
@page{size:A4;margin:16mm 14mm}
@media print{
body{max-width:none;padding:0;font-size:9.5pt}a{color:inherit;text-decoration:none}
form,nav,.skip,[role=status],.find{display:none!important}
h1,h2,h3,h4,caption{break-after:avoid;break-inside:avoid}h2{margin-top:1.5rem}
tr,li,dl div,.cards{break-inside:avoid}thead{display:table-header-group}.entry{margin:.75rem 0;padding-top:.5rem}
.scroll{overflow:visible}.matrix{width:100%;font-size:7pt}.matrix th,.matrix td{padding:.12rem .1rem}
.matrix tbody th{position:static}
.mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""

STYLE = (
    f":root{{{_LIGHT}}}@media screen and (prefers-color-scheme:dark){{:root{{{_DARK}}}}}"
    f"{_BASE}{_ENTRIES}{_FORM}{_NARROW}{_PAPER}"
)
"""The style sheet of the page."""
