/** Words that stay as a document prints them, or names: told to be Chinese, so that an English page is read aloud rightly. */
export function AsPrinted({ children }: { readonly children: string }) {
  return /\p{Script=Han}/u.test(children) ? <span lang="zh-CN">{children}</span> : children;
}
