import { storeCases } from './cases/store.ts';

await storeCases('postgres');
