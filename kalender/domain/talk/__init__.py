# SPDX-License-Identifier: EUPL-1.2
"""The conversation beside a post as threads: what is answered, what is settled, whom it names."""
