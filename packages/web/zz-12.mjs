import {open} from './zz-walk.mjs';
for (const size of ['desktop','phone']) { const w=await open(size); const {page}=w;
await w.go('/'); await page.waitForTimeout(1500); await w.shot(`h-${size}`);
await w.go('/region/100000'); await page.waitForTimeout(800); await w.shot(`r-${size}`,false); console.log((await page.locator('main').innerText()).slice(0,300));
await w.browser.close(); }
