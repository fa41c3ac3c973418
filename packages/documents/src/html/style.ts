/** How a composed document looks on a screen and on paper. */

export const STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --line: #595959; --tint: #eef2f7; --quiet: #4a4a4a; }
* { box-sizing: border-box; }
html { font: 16px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; color: var(--ink); background: #e9ebee; }
body { margin: 0; }
h1, h2, h3, caption, th { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: #fff; color: #0b3d91; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; outline: 3px solid #0b3d91; }
.page { max-width: 54rem; margin: 1.5rem auto; padding: 3.5rem 4rem; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / .2); }
.landscape { max-width: 78rem; padding: 3rem; }
.cover { min-height: 36rem; display: flex; flex-direction: column; justify-content: center; text-align: center; gap: 1.5rem; }
.cover h1, .cover h2 { margin: 0; font-size: 2.1rem; line-height: 1.4; font-weight: 700; text-align: center; }
.cover p { font-size: 1.25rem; text-indent: 0; text-align: center; }
h2 { font-size: 1.45rem; line-height: 1.4; margin: 1.2em 0 .8em; text-align: center; }
h3 { font-size: 1.15rem; line-height: 1.5; margin: 1.6em 0 .5em; }
h4 { font-size: 1rem; line-height: 1.5; margin: 1.4em 0 .4em; }
.page > :first-child { margin-top: 0; }
p { margin: .35em 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.note { text-indent: 0; margin-top: .5em; font-size: .9rem; }
.todo { border-left: 4px solid #b35900; padding: .4em .8em; background: #fff4e5; text-indent: 0; }
.contents ul { list-style: none; margin: 0; padding: 0; }
.contents li { margin: .2em 0; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover, .contents a:focus-visible { text-decoration: underline; }
.contents .leader { font-size: 0; }
.contents .deep1 { font-weight: 700; margin-top: .6em; }
.contents .deep2 { padding-left: 1.5em; }
.contents .deep3 { padding-left: 3em; }
.scroll { overflow-x: auto; margin: 1.4em 0 .6em; }
.scroll:focus-visible { outline: 3px solid #0b3d91; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.45; }
caption { text-align: left; padding-bottom: .4em; }
caption .title { font-size: 1.25rem; font-weight: 700; line-height: 1.4; text-align: center; margin-bottom: .5em; }
caption .about { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; font: .85rem/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
caption .about > :only-child { margin-left: auto; }
th, td { border: 1px solid var(--line); padding: .3em .5em; vertical-align: middle; overflow-wrap: anywhere; }
th { font-weight: 500; }
thead th, .head th { background: var(--tint); text-align: center; }
tbody th { text-align: left; font: inherit; }
.r { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.c { text-align: center; white-space: nowrap; }
.blank td { height: 2em; }
@media screen and (max-width: 52rem) {
  .page { padding: 1.5rem 1rem; }
  table { min-width: 40rem; }
  .landscape table { min-width: 60rem; }
}
@page { size: A4 portrait; margin: 22mm 20mm; @bottom-center { content: counter(page); font: 10pt "Songti SC", SimSun, serif; } }
@page cover { margin: 22mm 20mm; @bottom-center { content: none; } }
@page landscape { size: A4 landscape; margin: 16mm 15mm; @bottom-center { content: counter(page); font: 10pt "Songti SC", SimSun, serif; } }
@media print {
  html { background: none; font-size: 10.5pt; line-height: 1.6; }
  nav { display: none; }
  .page { max-width: none; margin: 0; padding: 0; box-shadow: none; break-before: page; }
  .page:first-of-type { break-before: auto; }
  .landscape { page: landscape; }
  .cover { page: cover; min-height: 0; height: 240mm; }
  .scroll { overflow: visible; }
  h2, h3, h4, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  table { font-size: 9pt; line-height: 1.35; }
  th, td { padding: .18em .4em; }
  .short { break-inside: avoid; }
  thead th, .head th { print-color-adjust: exact; }
}
`;
