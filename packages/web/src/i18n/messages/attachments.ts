export const attachments = {
  'attach.title': ['附件', 'Attachments'],
  'attach.none': ['没有附件。', 'None.'],
  'attach.file': ['文件', 'File'],
  'attach.about': ['证明什么', 'What it proves'],
  'attach.aboutFree': ['证明什么（可不填）', 'What it proves (optional)'],
  'attach.whole': ['整项', 'The whole'],
  'attach.size': ['大小', 'Size'],
  'attach.choose': ['选择文件', 'Choose files'],
  'attach.add': ['上传', 'Upload'],
  'attach.withdraw': ['撤下', 'Take back'],
  'attach.stands': ['有效', 'Stands'],
  'attach.withdrawn': ['{person} 于 {when} 撤下', 'Taken back by {person}, {when}'],
  'attach.over': ['过了保留期限，文件已删除', 'Kept for its time; the file is gone'],
  'attach.limits': [
    '一次最多 {size}；PDF、OFD、Word、Excel、演示文稿、图片、文本、zip，不能加密码、带宏。只能下载，不在网页里打开。',
    'At most {size} at once: PDF, OFD, Word, Excel, slides, pictures, text, zip; no passwords, no macros. Files are downloaded, never opened in the page.',
  ],
} as const;
