import { chromium } from 'playwright-core';
export const URL_ = process.env.URL_ ?? 'http://127.0.0.1:18130';
export const TOKEN='a-token-for-the-walk';
export async function open(size='desktop'){
  const browser = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-dev-shm-usage']});
  const opts = size==='phone'?{viewport:{width:390,height:844},hasTouch:true,deviceScaleFactor:1}:{viewport:{width:1440,height:900}};
  const context = await browser.newContext({...opts, locale:'zh-CN', acceptDownloads:true});
  const page = await context.newPage();
  page.on('pageerror',e=>console.log('PAGEERROR',e.message));
  page.on('console',m=>{if(m.type()==='error')console.log('CONSOLE',m.text(),m.location().url)});
  page.setDefaultTimeout(15000);
  const settled=async()=>{await page.waitForFunction(()=>document.querySelector('main h1, main .state-failed')!==null&&document.querySelector('.spinner')===null,null,{timeout:20000}).catch(()=>console.log('not settled'));await page.waitForTimeout(300)};
  const go=async p=>{await page.goto(URL_+p);await settled()};
  const shot=async(n,full=true)=>{await page.screenshot({path:`/tmp/portal/shots/${n}.png`,fullPage:full})};
  return {browser,page,go,settled,shot,context};
}
export async function operator(w){
  await w.go('/operator/inbox');
  await w.page.locator('main').getByRole('button',{name:'管理员'}).click();
  await w.page.getByLabel('管理员令牌').fill(TOKEN);
  await w.page.getByRole('button',{name:'进入'}).click();
  await w.settled();
}
