/** The page's style: readable on a screen, in the dark and on paper. Contrast of text is at least 4.5 to 1. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fff; --ground: #f4f5f7; --line: #d0d7de;
  --error: #b3261e; --warning: #8a5300; --notice: #0b5cad; --mark: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a7b0ba; --paper: #1c2026; --ground: #12151a; --line: #3a424d;
  --error: #ff8a80; --warning: #ffb74d; --notice: #7cb8ff; --mark: #12151a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
header, main, footer { max-width: 1040px; margin: 0 auto; padding: 0 20px; }
h1 { font-size: 1.6rem; margin: 28px 0 4px; }
h2 { font-size: 1.2rem; margin: 32px 0 4px; scroll-margin-top: 90px; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; overflow-wrap: anywhere; unicode-bidi: isolate; }
a { color: var(--notice); }
:focus-visible { outline: 3px solid var(--notice); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 8px 12px; z-index: 2; }
.soft { color: var(--soft); margin: 0 0 12px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--paper); }
th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td.number, th.number { text-align: right; white-space: nowrap; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 10px 18px; align-items: center;
  background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; margin: 20px 0; }
form[hidden] { display: none; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 12px; }
legend { position: absolute; left: -9999px; }
select, input[type=search] { font: inherit; max-width: 15em; padding: 2px 6px; color: inherit; background: var(--paper);
  border: 1px solid var(--soft); border-radius: 4px; }
output { margin-left: auto; color: var(--soft); }
article { background: var(--paper); border: 1px solid var(--line); border-left: 5px solid var(--severity); border-radius: 6px;
  padding: 14px 18px; margin: 14px 0; }
.error { --severity: var(--error); } .warning { --severity: var(--warning); } .notice { --severity: var(--notice); }
.badge { background: var(--severity); color: var(--mark); border-radius: 4px; padding: 1px 8px; margin-right: 8px; font-size: .85rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 10px 0 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
dd ul { margin: 0; padding-left: 1.1em; }
figure { margin: 12px 0 0; } figcaption { color: var(--soft); font-size: .85rem; }
img { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
footer { color: var(--soft); padding: 24px 20px 40px; }
@media (max-width: 600px) { dl { grid-template-columns: 1fr; } dt { margin-top: 6px; } form { position: static; } }
@media print { @page { size: A4; margin: 14mm; } body { background: none; font-size: 10.5pt; }
  form, .skip { display: none !important; } article { break-inside: avoid; } h2 { break-after: avoid; } header, main, footer { max-width: none; padding: 0; } }
`;
