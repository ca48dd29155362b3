export type { Distribution } from '../../chance/distributions.ts';
