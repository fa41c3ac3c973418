/** Property tests draw the same at each run: what fails is the change, not the day. `SEED=… npx vitest run …` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_130) });
