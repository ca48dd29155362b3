import { describe } from 'vitest';
import { nuisances } from '../helpers/nuisances.ts';

describe('what changes nothing in November 1917', () => nuisances('november-1917', 2));
describe('what changes nothing in 1928', () => nuisances('soviet-1928', 1, 250));
