"""What people remark beside names: who stayed away, and who came along."""
