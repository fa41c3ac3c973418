/** The server: what the store holds, over HTTP. */
export { type Config, configOf, InvalidConfig, VARIABLES } from './config.ts';
export { type Running, startServer } from './start.ts';
