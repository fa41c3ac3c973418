import {open,operator} from './zz-walk.mjs';
const w=await open('desktop'); const {page}=w; const T=async()=>(await page.locator('main').innerText());
await w.go('/disclosure/11'); await page.waitForTimeout(500);
console.log(page.url(), (await T()).slice(0,300));
for (const a of [1,2,3]) { await w.go('/agency/'+a); const t=await T(); console.log(a, page.url(), t.match(/读出 [^\n]*/)?.[0]); }
await page.evaluate(()=>localStorage.setItem('language','en'));
await w.go('/'); await w.shot('en-home',false);
await page.getByRole('button',{name:'English'}).click().catch(()=>{}); await page.waitForTimeout(600);
await w.go('/agency/3?'); await page.waitForTimeout(1500);
await w.shot('en-agency',true); const t=await T(); console.log('CJK lines', t.split('\n').filter(l=>/[\u4e00-\u9fff]/.test(l)).slice(0,80).join('\n'));
await w.browser.close();
