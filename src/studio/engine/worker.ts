import './without-eval.ts';
import type { EnsemblePlan } from '../../ensemble/plan.ts';
import { singleThreaded } from '../../ensemble/single.ts';
import type { FromShardWorker, ToShardWorker } from '../../ensemble/web/messages.ts';
import { firstHere } from '../../ensemble/web/first-here.ts';
import { type ShardWorker, webExecutor } from '../../ensemble/web/pool.ts';
import {
  type FromPastWorker,
  inferElsewhere,
  inferHere,
  type PastWorker,
} from '../../ensemble/web/inferring.ts';
import { inferPast } from '../../ensemble/past.ts';
import { servingShards } from '../../ensemble/web/serve.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { Infer } from './pasts.ts';
import { serving } from './services.ts';

/**
 * The one script of the page's workers. The page starts one, which answers it; that one starts others of the same script, by the name
 * "shard", for many runs, and "past", to infer the luck of history. Nothing of an episode is ever code here.
 */
const scope = globalThis as unknown as {
  readonly name: string;
  readonly location: { readonly href: string };
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: (message: unknown, transfer?: Transferable[]) => void;
};

const cores = globalThis.navigator?.hardwareConcurrency ?? 2;
const workers = Math.max(1, Math.min(8, cores));

let script = scope.location.href;

/** Starts this script again, by a name that says what for. */
function start<To, From>(name: string) {
  const worker = new Worker(script, { name });
  let heard: (message: From | Error) => void = () => {};
  worker.onmessage = (event: MessageEvent<From>) => heard(event.data);
  worker.onerror = (event) => heard(new Error(event.message || 'a worker could not be started'));
  return {
    post: (message: To): void => worker.postMessage(message),
    listen: (listener: typeof heard): void => {
      heard = listener;
    },
    terminate: (): void => worker.terminate(),
  };
}

const startShardWorker = (): ShardWorker => start<ToShardWorker, FromShardWorker>('shard');

/** In a worker of its own, which ends with it, so that the page is answered meanwhile; where none can be started, here. */
const inferThere: Infer = async (plan, onProgress, signal) => {
  let worker: PastWorker;
  try {
    worker = start<EnsemblePlan, FromPastWorker>('past');
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
    return inferPast(plan, onProgress, signal);
  }
  return inferElsewhere(worker, plan, onProgress, signal);
};

function answerPage(): void {
  const services = serving({
    executor: firstHere(singleThreaded, webExecutor(startShardWorker, workers)),
    workers,
    infer: inferThere,
    clock: () => performance.now(),
  });
  const under = new Map<number, AbortController>();
  const post = (message: FromWorker): void => scope.postMessage(message);
  const call = async (message: Extract<ToWorker, { kind: 'call' }>): Promise<void> => {
    const { id, service, args } = message;
    const control = new AbortController();
    under.set(id, control);
    try {
      const serve = services[service as keyof typeof services] as (...all: unknown[]) => unknown;
      const onPartial = (value: unknown): void => post({ kind: 'partial', id, value });
      post({ kind: 'result', id, value: await serve({ signal: control.signal, onPartial }, ...args) });
    } catch (error) {
      const aborted = error instanceof DOMException && error.name === 'AbortError';
      post({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error), aborted });
    } finally {
      under.delete(id);
    }
  };
  scope.onmessage = ({ data }) => {
    const message = data as ToWorker;
    if (message.kind === 'script')
      script = URL.createObjectURL(new Blob([message.text], { type: 'text/javascript' }));
    else if (message.kind === 'cancel') under.get(message.id)?.abort();
    else void call(message);
  };
}

if (scope.name === 'shard') {
  const heard = servingShards((message, transfer) => scope.postMessage(message, transfer));
  scope.onmessage = ({ data }) => heard(data as ToShardWorker);
} else if (scope.name === 'past')
  scope.onmessage = ({ data }) =>
    void inferHere(data as EnsemblePlan, (message) => scope.postMessage(message));
else answerPage();
