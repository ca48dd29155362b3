import { config } from 'zod';

// The checker's schemas would try whether text may be run as code. The policy of the page forbids it, and a browser that reports the attempt
// parses the worker's whole script again, twice, to say where it was made. To be imported before any schema.
config({ jitless: true });
