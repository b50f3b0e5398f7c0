import { render } from 'preact'
import { MyRecordPage } from './my-record-page.tsx'

const place = document.getElementById('app')
if (place) render(<MyRecordPage />, place)
