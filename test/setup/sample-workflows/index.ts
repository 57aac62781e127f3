export { ending, ticking } from './ticking.ts';
