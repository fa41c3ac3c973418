import { z } from '@hono/zod-openapi';

export const operatorAnswer = z.object({ operator: z.literal(true) }).openapi('Operator');

/** What visitors may do here. */
export const siteAnswer = z
  .object({
    links: z.boolean().openapi({ description: '能不能核对一个网址里的文件' }),
    mail: z.boolean().openapi({ description: '能不能用邮件订阅' }),
    feedback: z.boolean().openapi({ description: '收不收读者的反馈' }),
  })
  .openapi('Site');

export const backupItem = z.object({ name: z.string(), size: z.number(), madeAt: z.string() }).openapi('Backup');

export const systemAnswer = z
  .object({
    version: z.string(),
    node: z.string(),
    database: z.enum(['pglite', 'postgres']),
    uptimeSeconds: z.number(),
    memoryBytes: z.number(),
    diskFreeBytes: z.number().openapi({ description: '数据文件夹所在的盘还空多少' }),
    store: z.object({
      documents: z.number(),
      documentBytes: z.number(),
      disclosures: z.number(),
      agencies: z.number(),
      figures: z.number(),
      databaseBytes: z.number(),
      migrations: z.array(z.string()).readonly(),
      waitingJobs: z.number(),
      waitingRechecks: z.number(),
    }),
    checks: z.object({ running: z.number(), kept: z.number() }),
    trouble: z.boolean().openapi({ description: '导入是不是停住了' }),
    isBackingUp: z.boolean(),
    backups: z.array(backupItem).readonly(),
  })
  .openapi('System');

export const backupName = z.string().max(100);
export const backupMade = z.object({ name: z.string() }).openapi('BackupMade');
