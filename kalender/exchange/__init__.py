# SPDX-License-Identifier: EUPL-1.2
"""Readers and writers of foreign formats: tables in, packages out."""
