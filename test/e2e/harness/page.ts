import { showHarness } from './harness.tsx';

showHarness();
