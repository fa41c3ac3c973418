/** Figures by address: the one place that says what a disclosure prints of a quantity, where, and how finely. */
export { type AddedUp, addedUp } from './added-up.ts';
export { type Figure, isBlank } from './figure.ts';
export { type BestFigure, type FigureState, figure, figures } from './figures.ts';
export { namedProject } from './named-projects.ts';
export { TABLE_QUANTITIES } from './places.ts';
export { precisionOf, stepOf } from './precision.ts';
export { type PrintedAmount, printedAmounts } from './printed.ts';
export { alsoMeant } from './unit-rows.ts';
