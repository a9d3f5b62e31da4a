# SPDX-License-Identifier: EUPL-1.2
"""The basket of ideas without a date (Ideenkorb)."""
