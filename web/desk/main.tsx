import { render } from 'preact'
import { DeskApp } from './desk-app.tsx'

const place = document.getElementById('app')
if (place) render(<DeskApp />, place)
