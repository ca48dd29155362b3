const strange = '</script><!-- <script>';
const data = document.getElementById('plenum-data');
const engine = document.getElementById('plenum-engine');
const published = data === null ? undefined : JSON.parse(data.textContent);

function startWorker() {
  if (engine === null) return new Worker('engine.js');
  return new Worker(URL.createObjectURL(new Blob([engine.textContent], { type: 'text/javascript' })));
}

async function firstTitle() {
  if (published !== undefined) return /title: (.*)/.exec(published.files[0].text)[1];
  const answer = await fetch('/api/episodes');
  return (await answer.json()).episodes[0].title.en;
}

document.getElementById('title').textContent = await firstTitle();
const worker = startWorker();
worker.onmessage = ({ data: answer }) => {
  document.getElementById('answer').textContent = `${answer.runs} ${answer.strange === strange.length}`;
};
worker.postMessage({ runs: 21 });
