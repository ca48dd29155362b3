import type { FromWorker, ServiceName, Services, ToWorker } from '../engine/protocol.ts';
import { startServed } from './served.ts';

/** A call under way: its answer, and a way to stop it. */
export interface Calling<T> {
  readonly answer: Promise<T>;
  readonly cancel: () => void;
}

/** The engine in its worker. Every method of `Services` is asked by name. */
export interface Client {
  readonly ask: <K extends ServiceName>(
    service: K,
    args: Parameters<Services[K]>,
    onPartial?: (value: ReturnType<Services[K]>) => void,
  ) => Calling<ReturnType<Services[K]>>;
}

/** Thrown by a call that was cancelled. */
export class Cancelled extends Error {}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly onPartial: ((value: never) => void) | undefined;
}

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value : (JSON.parse(JSON.stringify(value)) as unknown);

export function connect(worker: Worker): Client {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const post = (message: ToWorker): void => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const call = waiting.get(data.id);
    if (!call) return;
    if (data.kind === 'partial') return call.onPartial?.(data.value as never);
    waiting.delete(data.id);
    if (data.kind === 'result') call.resolve(data.value as never);
    else call.reject(data.aborted ? new Cancelled(data.message) : new Error(data.message));
  };
  worker.onerror = (event) => {
    for (const call of waiting.values())
      call.reject(new Error(event.message || 'the engine could not be started'));
    waiting.clear();
  };
  return {
    ask: (service, args, onPartial) => {
      const id = ++calls;
      const answer = new Promise<never>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onPartial: onPartial as Waiting['onPartial'] });
      });
      // Arguments may be proxies of the page's state, which cannot be posted; all of them are plain data.
      post({ kind: 'call', id, service, args: args.map(plain) });
      return { answer, cancel: () => post({ kind: 'cancel', id }) };
    },
  };
}

/** Starts a worker: from the script that a published page carries, or from the server. */
export function startEngine(): Worker {
  const carried = document.getElementById('plenum-engine');
  if (!carried) return startServed(new URL(import.meta.url).search);
  const text = carried.textContent ?? '';
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), {
    name: 'engine',
  });
  worker.postMessage({ kind: 'script', text } satisfies ToWorker);
  return worker;
}
