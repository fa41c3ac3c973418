import { importDocument, listAgencies, openStore } from '@mingsuan/store';
export const results: unknown[] = [];

const store = await openStore({ dataDir: '/tmp/mingsuan-example-kR8AZC' });
const text = '某市数据局2024年部门预算\n\n部门收入总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t12.50\n';
const { isNew, disclosures } = await importDocument(store, { name: '预算.txt', bytes: new TextEncoder().encode(text) });
const { items } = await listAgencies(store, { q: '数据', limit: 20 });
await store.close();

results.push(isNew);
results.push(disclosures[0]?.version);
results.push(items[0]?.name);
