# SPDX-License-Identifier: EUPL-1.2
"""Letters, mails and notes of others, dropped onto the window or asked for by a menu."""
