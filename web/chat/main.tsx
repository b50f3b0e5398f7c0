import { render } from 'preact'
import { ChatApp } from './chat-app.tsx'

const place = document.getElementById('app')
if (place) render(<ChatApp />, place)
