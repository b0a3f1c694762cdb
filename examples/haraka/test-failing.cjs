/** Loaded before Haraka by test.mjs: what if `classify` throws? */
const Module = require('node:module')

const load = Module._load
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest)
  if (request !== 'lurebook') return loaded
  const classify = () => {
    throw new Error('broken on purpose')
  }
  return { ...loaded, classify }
}
