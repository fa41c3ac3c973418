/** The page design, in Typst: what a composed layout looks like as PDF. Its input is the data that `data.ts` prepares; no text is ever read as markup. */
export const TYPST_SOURCE = `
#let data = json("/data.json")

#set document(title: data.title, author: data.author, date: none)
// No space is put between hanzi and figures: copied text is the text that was given.
#let font-of(part) = data.fonts.at(part, default: ("Noto Serif SC",))
#set text(font: font-of("body"), size: data.sizes.at("body", default: 12) * 1pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 0.9em, spacing: 0.9em, justify: true)
#set page(paper: "a4", margin: (top: data.margins.at(0) * 1mm, right: data.margins.at(1) * 1mm, bottom: data.margins.at(2) * 1mm, left: data.margins.at(3) * 1mm), footer: context {
  let number = counter(page).get().first()
  if number > 1 { align(center, text(size: 9pt)[— #number —]) }
})
#show heading: set block(above: 1.2em, below: 1em)

#let sized(part, usual) = data.sizes.at(part, default: usual) * 1pt

#let weight-of(part) = data.weights.at(part, default: "bold")

#let looks = (
  "1": (it, fit) => align(center, block(below: 2em, text(font: font-of("part"), size: calc.min(sized("part", 18), fit), weight: weight-of("part"), it))),
  "2": (it, fit) => text(font: font-of("section"), size: sized("section", 14), weight: weight-of("section"), it),
  "3": (it, fit) => text(font: font-of("heading"), size: sized("heading", 12), weight: weight-of("heading"), it),
  cover: (it, fit) => align(center, block(above: 54pt, text(font: font-of("cover"), size: calc.min(sized("cover", 26), fit), it))),
  caption: (it, fit) => align(center, text(font: font-of("caption"), size: calc.min(sized("caption", 15), fit), weight: weight-of("caption"), it)),
)

#let titled(b) = {
  show heading: it => (looks.at(b.look))(block(it.body), b.fit * 1pt)
  let it = heading(level: b.outline, bookmarked: true, b.text)
  if "target" in b [#it #label(b.target)] else { it }
}

#let entry(b, k) = {
  let dots = box(width: 1fr, inset: (x: 4pt), repeat(gap: 2pt)[.])
  set text(font: font-of("contents"), size: sized("contents", 12))
  block(below: 0.7em * k, inset: (left: (b.level - 1) * 1.5em), if "target" in b {
    link(label(b.target), context { b.text + dots + str(counter(page).at(label(b.target)).first()) })
  } else { b.text })
}

#let shown(c) = table.cell(
  x: c.x, y: c.y, colspan: c.colspan, rowspan: c.rowspan, breakable: false,
  align: (if c.align == "left" { left } else if c.align == "right" { right } else { center }) + horizon,
  if c.head { text(weight: weight-of("table"), c.text) } else { c.text },
)

#let grid-of(b, k) = {
  set text(font: font-of("table"), size: b.size * 1pt)
  set par(leading: 0.45em, justify: false)
  let head = b.cells.filter(c => c.y < b.head)
  let rest = b.cells.filter(c => c.y >= b.head)
  let grid = table(
    columns: b.columns.map(w => w * 1fr),
    inset: (x: b.inset * 1pt, y: b.pad * k * 1pt),
    stroke: 0.5pt,
    ..if head.len() > 0 { (table.header(..head.map(shown)),) },
    ..rest.map(shown),
  )
  if b.whole { block(breakable: false, grid) } else { grid }
}

#let line-of(b) = block(above: 0.6em, below: 0.6em, text(font: font-of("over"), size: sized("over", 10.5), grid(
  columns: b.parts.map(_ => auto).intersperse(1fr),
  ..b.parts.map(p => [#p]).intersperse([]),
)))

#let show-block(b, k) = {
  if b.is == "title" { titled(b) }
  else if b.is == "cover" { align(center, block(above: 54pt, par(leading: 1.2em, text(
    font: font-of(if b.below and "cover-line" in data.fonts { "cover-line" } else { "cover" }),
    size: calc.min(if b.below { sized("cover-line", sized("cover", 26) / 1pt) } else { sized("cover", 26) }, b.fit * 1pt),
    weight: weight-of(if b.below { "cover-line" } else { "cover" }), b.text)))) }
  else if b.is == "contents" { entry(b, k) }
  else if b.is == "table" { grid-of(b, k) }
  else if b.is == "line" { line-of(b) }
  else if b.is == "note" { text(font: font-of("note"), size: sized("note", 10.5), b.text) }
  else if b.is == "todo" { block(fill: rgb("#fff3bf"), inset: 4pt, b.text) }
  else if b.heads { block(sticky: true, above: 0.9em * k, below: 0.9em * k, par(first-line-indent: (amount: 2em, all: true), b.text)) }
  else { par(first-line-indent: (amount: 2em, all: true), b.text) }
}

// k: how close its lines and rows stand, 1 as usual.
#let blocks-of(section, k) = {
  set par(leading: 0.9em * k, spacing: 0.9em * k)
  for b in section.blocks { show-block(b, k); parbreak() }
}

#for section in data.sections {
  page(flipped: section.flipped, {
    if section.cover { v(1fr) }
    blocks-of(section, section.closeness)
    // Where it ends, for \`closeness.ts\`.
    context [#metadata((page: here().page(), y: here().position().y / 1pt)) <end>]
    if section.cover { v(2fr) }
  })
}
`;
