import start from './bare.mjs';
await start({canvas: document.getElementById('canvas')});
