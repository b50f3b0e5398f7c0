/** Sentences under each other. */
export function List(props: { items: readonly string[] }) {
  return (
    <ul>
      {props.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
