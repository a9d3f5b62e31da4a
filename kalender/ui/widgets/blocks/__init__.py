# SPDX-License-Identifier: EUPL-1.2
"""What a page is put together from: texts, grounds, sections, findings, comparisons."""
