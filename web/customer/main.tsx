import { render } from 'preact'
import { CustomerApp } from './customer-app.tsx'

const place = document.getElementById('app')
if (place) render(<CustomerApp />, place)
