/** The look of the HTML report, on a screen in light and dark and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --head: #f6f8fa; --bar: #a4211b; --link: #0a58ca; --bad: #a4211b; --mid: #7a4f01; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --line: #3d444d; --paper: #0d1117; --head: #161b22; --bar: #e5534b; --link: #7ab7ff; --bad: #ff938a; --mid: #e3b341; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem; color: var(--ink); background: var(--paper); font: 15px/1.5 system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; overflow-wrap: anywhere; }
header p, footer, caption { color: var(--soft); }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); font-size: .875rem; }
a { color: var(--link); }
code { font-family: ui-monospace, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .4rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--head); white-space: nowrap; }
tbody th { font-weight: 600; }
td { overflow-wrap: anywhere; white-space: pre-line; min-width: 5rem; }
td:nth-child(6), td:last-child { min-width: 7rem; }
.denied { color: var(--bad); } .review { color: var(--mid); }
.charts { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-top: 1.5rem; }
figure { flex: 1 1 20rem; max-width: 30rem; margin: 0; }
figcaption { margin-bottom: .5rem; font-weight: 600; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 13px; } svg rect { fill: var(--bar); }
@page { margin: 15mm; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #999; --paper: #fff; --head: #eee; --bar: #a4211b; --link: #000; --bad: #a4211b; --mid: #7a4f01; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; } table { font-size: 8pt; table-layout: fixed; } td, thead th { min-width: 0 !important; white-space: normal; overflow-wrap: anywhere; } tbody th { overflow-wrap: anywhere; } thead { display: table-header-group; } tr, figure { break-inside: avoid; } h2, h3 { break-after: avoid; }
  svg rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
