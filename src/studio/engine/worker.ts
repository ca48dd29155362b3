import type { Executor } from '../../ensemble/plan.ts';
import { singleThreaded } from '../../ensemble/single.ts';
import type { FromShardWorker, ToShardWorker } from '../../ensemble/web/messages.ts';
import { type ShardWorker, webExecutor } from '../../ensemble/web/pool.ts';
import { servingShards } from '../../ensemble/web/serve.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { serving } from './services.ts';

/**
 * The one script of the page's workers. The page starts one, which answers it; that one starts others of the same script, by the name
 * "shard", for many runs. Nothing of an episode is ever code here.
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

function startShardWorker(): ShardWorker {
  const worker = new Worker(script, { name: 'shard' });
  let heard: (message: FromShardWorker | Error) => void = () => {};
  worker.onmessage = (event: MessageEvent<FromShardWorker>) => heard(event.data);
  worker.onerror = (event) => heard(new Error(event.message || 'a worker could not be started'));
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      heard = listener;
    },
    terminate: () => worker.terminate(),
  };
}

/**
 * On other workers; where a browser lets none be started from a worker, in this one, shard after shard. The very first shard is done here in
 * any case: it is ready before others have read their script, and so there is something to show.
 */
function executorHere(): Executor {
  const pool = webExecutor(startShardWorker, workers);
  let fresh = true;
  return {
    ...pool,
    stream: async (plan, shards, onShard, signal) => {
      const here = fresh && !plan.past ? shards.slice(0, 1) : [];
      fresh = false;
      if (here.length > 0) await singleThreaded.stream(plan, here, onShard, signal);
      const others = shards.slice(here.length);
      try {
        await pool.stream(plan, others, onShard, signal);
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
        await singleThreaded.stream(plan, others, onShard, signal);
      }
    },
  };
}

function answerPage(): void {
  const services = serving({
    executor: executorHere(),
    workers,
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
} else answerPage();
