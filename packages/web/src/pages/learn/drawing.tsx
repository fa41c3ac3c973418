/** Small pictures of ideas, not of figures: what a table is, how money flows, what is compared. */
const SHAPES = {
  book: ['M20 14h56v72H20z', 'M84 14h56v72H84z', 'M30 30h36M30 44h36M30 58h24M94 30h36M94 44h36M94 58h24'],
  flow: [
    'M12 22h12v56H12z',
    'M136 16h12v28h-12z',
    'M136 56h12v28h-12z',
    'M24 30C80 30 80 24 136 24M24 70C80 70 80 70 136 70',
  ],
  split: ['M16 30h128v40H16z', 'M60 30v40M112 30v40', 'M16 84h44M60 84h52'],
  tree: [
    'M64 10h32v18H64z',
    'M20 44h32v18H20z',
    'M64 44h32v18H64z',
    'M108 44h32v18h-32z',
    'M80 28v16M36 44v-8h88v8M36 62v14M80 62v14M124 62v14',
  ],
  bars: ['M24 54h20v32H24z', 'M70 34h20v52H70z', 'M116 18h20v68h-20z', 'M14 88h132'],
  pair: ['M30 26h28v60H30z', 'M66 40h28v46H66z', 'M112 30h28v56h-28z', 'M18 88h124'],
  table: ['M16 16h128v70H16z', 'M16 34h128M16 52h128M16 70h128M64 16v70M104 16v70'],
  mark: ['M20 12h80v76H20z', 'M32 28h56M32 42h56M32 70h40', 'M30 50h44v14H30z', 'M104 40l12 12 26-30'],
  target: [
    'M80 50m-36 0a36 36 0 1 0 72 0a36 36 0 1 0 -72 0',
    'M80 50m-20 0a20 20 0 1 0 40 0a20 20 0 1 0 -40 0',
    'M80 50m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  ],
  people: [
    'M50 32m-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0',
    'M110 32m-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0',
    'M28 84c0-30 44-30 44 0M88 84c0-30 44-30 44 0',
  ],
} as const;

export type Shape = keyof typeof SHAPES;

export const Drawing = ({ shape }: { readonly shape: Shape }) => (
  <svg viewBox="0 0 160 100" className="drawing" aria-hidden="true">
    {SHAPES[shape].map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);
