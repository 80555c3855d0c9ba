import '../ui/desk/tokens.css';
import '../ui/desk/base.css';
