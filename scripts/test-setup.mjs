/** Before any test: those of the programs run what is built. */
export { build as setup } from './setup.mjs';
