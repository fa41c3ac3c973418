import { describe, expect, test } from 'vitest';
import { kindsByName } from '../../src/input/kinds.ts';
import { sniffSignature, sniffText } from '../../src/input/sniff.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');

describe('sniffSignature tells the kind by the bytes', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    [`\r\n\x00junk before the mark\n%PDF-1.4`, 'pdf'],
    [`${' '.repeat(1100)}%PDF-1.4`, undefined],
    ['PK\x03\x04....word/document.xml', 'docx'],
    ['PK\x03\x04....xl/workbook.xml', 'xlsx'],
    ['PK\x03\x04....xl/workbook.bin', 'xlsb'],
    ['PK\x03\x04....word\\document.xml', 'docx'],
    ['PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'ods'],
    ['PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.presentation', 'odf'],
    ['PK\x03\x04....ppt/slides', 'pptx'],
    ['PK\x03\x04....OFD.xml', 'ofd'],
    ['PK\x03\x04....budget.pdf', 'zip'],
    [`PK\x03\x04${'.'.repeat(200_000)}word/document.xml`, 'docx'],
    [`${OLE}....${utf16('WordDocument')}`, 'doc'],
    [`${OLE}....${utf16('Workbook')}`, 'xls'],
    [`${OLE}....${utf16('EncryptedPackage')}`, 'encrypted-office'],
    [OLE, 'ole'],
    ['\x89PNG\r\n\x1a\n', 'picture'],
    ['\xff\xd8\xff\xe0', 'picture'],
    ['Rar!\x1a\x07\x01', 'archive'],
    ['\x1f\x8b\x08', 'archive'],
    ['BZh9', 'archive'],
    [`${'.'.repeat(257)}ustar`, 'archive'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['2021年部门预算', undefined],
    ['', undefined],
  ])('%j → %s', (bytes, kind) => expect(sniffSignature(latin1(bytes))).toBe(kind));
});

describe('sniffText tells text from what only looks like it', () => {
  test.each([
    ['部门预算收支总表\n单位：万元', 'text'],
    ['<!DOCTYPE html><html>', 'html'],
    ['\n <!-- saved from url --><html lang="zh">', 'html'],
    ['<table><tr>', 'html'],
    ['<style>td{}</style><table>', 'html'],
    ['<?xml version="1.0"?><Workbook xmlns="urn:x">', 'xml-workbook'],
    ['<?xml version="1.0"?><ss:Workbook>', 'xml-workbook'],
    ['<?xml version="1.0"?><w:wordDocument>', 'xml-document'],
    ['MIME-Version: 1.0\r\nContent-Type: multipart/related', 'mhtml'],
    ['{"documents": []}', 'mingsuan-json'],
    ['{\n  "documents" : [\n', 'mingsuan-json'],
    ['{"name": "x"}', 'json'],
    ['[{"a": 1}]', 'json'],
    ['[一般公共预算] 收入', 'text'],
    ['{"name": 半截', 'text'],
    ['< 表格 >', 'text'],
  ])('%j → %s', (text, kind) => expect(sniffText(text)).toBe(kind));
});

test.each([
  ['预算.PDF', ['pdf']],
  ['公开/2021.v2.txt', ['text']],
  ['表.et', ['xlsx', 'xls']],
  ['预算', []],
  ['.pdf', []],
  ['某年.某文件/预算', []],
])('the name %s speaks for %j', (name, kinds) => expect(kindsByName(name)).toEqual(kinds));
