export { readText } from './read-text.ts';
export { writeText } from './write-text.ts';
