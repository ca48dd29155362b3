(() => {
  const strange = '</script><!-- <script>';
  self.onmessage = ({ data }) => self.postMessage({ runs: data.runs * 2, strange: strange.length });
})();
