import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdCss } from './build/antd-css.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), antdCss()],
  build: {
    // What stands in a script or a style as data: would need a weaker content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    // ECharts is one lazy chunk of about 600 kB before compression; the limit on the first load has its own test.
    chunkSizeWarningLimit: 900,
  },
  // The ledger's worker loads what it needs when it is asked.
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env.MINGSUAN_API ?? 'http://127.0.0.1:8080' } },
});
