/*
 * The front door to whoever takes card payments for the city (指定納付受託者, 地方自治法第231条の2の3): where it is, what is said
 * to it, and how what it tells is believed. The card's number is typed on the provider's own page and never comes here.
 */

export { isProviderConfigured, providerSettings, type ProviderSettings } from './provider/settings.ts'
