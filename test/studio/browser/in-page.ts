/** Asks the page's own engine, in its worker, with the shards on further workers. */
export const inPage = `async ([id, runs, changes, from]) => {
  const { files } = await (await fetch('/api/episodes/' + id)).json();
  const worker = new Worker('./engine.js', { name: 'engine' });
  let calls = 0;
  const call = (service, ...args) => new Promise((resolve, reject) => {
    const mine = ++calls;
    worker.addEventListener('message', ({ data }) => {
      if (data.id !== mine || data.kind === 'partial') return;
      if (data.kind === 'result') resolve(data.value); else reject(new Error(data.message));
    });
    worker.postMessage({ kind: 'call', id: mine, service, args });
  });
  await call('open', files.map(({ path, text }) => ({ path, text })));
  const answer = await call('ask', { seed: 7, runs, changes, from });
  worker.terminate();
  return answer.fingerprint;
}`;
