declare module 'xhr2' {
  /** The browser's XMLHttpRequest for Node; what the Direct Line client speaks through. */
  const XMLHttpRequestForNode: typeof XMLHttpRequest
  export = XMLHttpRequestForNode
}
